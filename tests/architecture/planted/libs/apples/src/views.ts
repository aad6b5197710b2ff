export class AppleView {}
