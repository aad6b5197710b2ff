export const spec = () => undefined;
