import type { Draft } from './letters/draft.js';

export interface LaidOut {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Where the one thing to do is done, within the platform. */
  readonly path: string;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escape = (text: string): string => text.replace(/[&<>"']/g, (sign) => ESCAPED[sign]!);
/** What people wrote may hold line ends; a header may not. */
const oneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();
const lines = (text: string): string => text.split(/\r?\n/).map(escape).join('<br>');

const SERVICE = 'Plateforme de l’inclusion';

/** The same words as text and as plain HTML: no picture, nothing that tells who read it. `address`: where the platform is, without a slash at its end. */
export const layOut = ({ subject, paragraphs, action, because }: Draft, greeted: string | null, address: string): LaidOut => {
  const hello = greeted ? `Bonjour ${oneLine(greeted)},` : 'Bonjour,';
  const link = `${address}${action.path}`;
  const text = [hello, ...paragraphs, `${action.label} :\n${link}`, `L’équipe de la ${SERVICE}`, `-- \n${because}`].join('\n\n');
  const html = `<!doctype html>
<html lang="fr">
<head><meta charset="utf-8"><title>${escape(oneLine(subject))}</title></head>
<body>
<p>${escape(hello)}</p>
${paragraphs.map((each) => `<p>${lines(each)}</p>`).join('\n')}
<p><a href="${escape(link)}">${escape(action.label)}</a></p>
<p>L’équipe de la ${SERVICE}</p>
<hr>
<p><small>${escape(because)}</small></p>
</body>
</html>
`;
  return { subject: oneLine(subject), text: `${text}\n`, html, path: action.path };
};
