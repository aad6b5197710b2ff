// refused by: mail-behind-messaging
import { createTransport } from 'nodemailer';

export const send = () => createTransport('smtp://localhost').sendMail({});
