export type Apple = { id: string };
