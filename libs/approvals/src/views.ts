// The object types that other contexts' screens embed.
export { PassView, passView } from './api/pass.view.js';
