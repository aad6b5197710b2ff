export const Public = () => undefined;
