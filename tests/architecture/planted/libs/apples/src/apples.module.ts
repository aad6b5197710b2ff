export class ApplesModule {}
