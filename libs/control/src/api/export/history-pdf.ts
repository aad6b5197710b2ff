import { createHash } from 'node:crypto';
import { newPdf } from '#kernel/api/pdf/new-pdf';
import { PdfPage } from '#kernel/api/pdf/pdf-page';
import { longMoment } from '#reference';
import type { ReadHistory } from '../hire-reader.js';
import { shortDay } from '../../domain/french.js';
import { roleLabel } from './role-label.js';
import { fileText, type HistoryFile } from './history-file.js';

/** The history on paper, with the signed file inside: what is read and what is verified stay together. */
export async function historyPdf({ view, names }: ReadHistory, file: HistoryFile, fingerprint: string): Promise<Buffer> {
  const { history } = file;
  const { doc, done } = newPdf('Histoire d’une embauche', new Date(history.exportedAt));
  const text = fileText(file);
  doc.file(Buffer.from(text), { name: 'histoire-embauche.json', type: 'application/json', description: 'Histoire signée, à vérifier', relationship: 'Source' } as never);

  const page = new PdfPage(doc);
  const { hire } = view;
  const exporter = names.accounts.get(history.exportedBy.id);
  const organisation = history.exportedBy.organisation && names.organisations.get(history.exportedBy.organisation)?.name;
  page.title('Histoire d’une embauche');
  page.lead(`${hire.candidate.displayName}, ${hire.company.name} (${hire.company.kind}), à partir du ${shortDay(hire.startsOn)}`);
  page.facts([
    ['Exportée le', longMoment(history.exportedAt)],
    ['Par', `${exporter ? `${exporter.firstName} ${exporter.lastName}` : 'Compte sans nom'} (${roleLabel(history.exportedBy.role)})${organisation ? `, ${organisation}` : ''}`],
    ['Étendue', history.part === 'whole' ? 'Toute l’histoire' : 'La part de l’employeur : les faits d’autres employeurs n’y figurent que par leur empreinte'],
    ['Acceptée le', shortDay(hire.agreedOn)],
    ['Département', hire.department],
    ['PASS IAE', hire.passNumber ? `${hire.passNumber.slice(0, 5)} ${hire.passNumber.slice(5, 7)} ${hire.passNumber.slice(7)}` : 'Aucun'],
    ['Embauche annulée', hire.cancelled ? 'Oui' : 'Non'],
  ]);
  if (view.intact) page.box(`Histoire intacte le jour de l’export : les empreintes de ${view.entries.length} faits s’enchaînent.`, '#18753c');
  else page.box(`Histoire altérée. ${view.broken.join(' ')}`, '#ce0500');

  page.heading(view.asOf ? `Ce qui était connu le ${longMoment(view.asOf)}` : 'Ce qui est connu le jour de l’export');
  page.facts(view.known.length ? view.known.map(({ label, value }) => [label, value]) : [['Rien', 'Rien n’était encore connu.']]);

  page.heading('Les faits, dans l’ordre');
  view.entries.forEach((entry, n) => {
    const late = entry.occurred.slice(0, 10) === entry.recorded.slice(0, 10) ? [] : [`Survenu le ${longMoment(entry.occurred)}, enregistré ensuite.`];
    page.entry({
      title: `${n + 1}. ${entry.label}`,
      by: [longMoment(entry.recorded), entry.role === 'system' ? 'La plateforme' : `${entry.by ?? 'Compte sans nom'} (${roleLabel(entry.role)})`, ...(entry.organisation ? [entry.organisation] : [])].join(' · '),
      lines: [...late, ...entry.details.map(({ label, value }) => `${label} : ${value}`)],
      hash: `fait n° ${entry.position} · ${entry.hash}`,
    });
  });

  page.heading('Les sceaux qui couvrent ces faits');
  for (const seal of history.seals) page.code(`Sceau n° ${seal.number}, ${seal.events} faits, jusqu’au n° ${seal.position}`, `${seal.digest}\n${seal.signature}`);

  page.heading('Vérifier cette histoire');
  page.text('Ce document se lit ; sa preuve est le fichier histoire-embauche.json qui lui est joint (panneau « pièces jointes » du lecteur de PDF). Ce fichier contient les faits tels qu’ils sont enregistrés, leurs empreintes, les sceaux qui les couvrent et une signature Ed25519.');
  page.text('1. Enregistrer la pièce jointe.');
  page.text('2. Se procurer la clé publique de la plateforme auprès d’elle, par une autre voie que ce document.');
  page.text('3. Lancer, sans réseau : node verify-history.mjs histoire-embauche.json --key cle.pem. L’outil dit « Histoire authentique » ou nomme le premier fait altéré, retiré ou déplacé.');
  page.text('La signature prouve que la plateforme a remis exactement ces faits et que les sceaux les couvraient. Elle ne prouve pas que les déclarations des personnes étaient vraies.');
  page.code('Empreinte SHA-256 du fichier joint', createHash('sha256').update(text).digest('hex'));
  page.code('Empreinte SHA-256 de la clé publique', fingerprint);
  page.code('Signature', file.signature);
  page.end(`Histoire d’une embauche, exportée le ${longMoment(history.exportedAt)}`);
  return done;
}
