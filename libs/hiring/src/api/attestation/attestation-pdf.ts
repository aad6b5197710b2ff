import { dayOf } from '#kernel';
import { newPdf } from '#kernel/api/pdf/new-pdf';
import { PdfPage } from '#kernel/api/pdf/pdf-page';
import type { PassView } from '#approvals/views';

export interface Attestation {
  readonly pass: PassView;
  readonly beneficiary: { readonly displayName: string; readonly birthDate: string | null };
  readonly company: string;
  readonly contractStart: string;
  /** Blank for a PASS without diagnosis [emplois/PASS-6]. */
  readonly diagnosis: { readonly author: string; readonly organisation: string } | null;
  readonly made: Date;
}

const short = (day: string) => day.split('-').reverse().join('/');

/** What was granted to whom, for the company's files [emplois/PASS-22]. */
export const attestationPdf = ({ pass, beneficiary, company, contractStart, diagnosis, made }: Attestation): Promise<Buffer> => {
  const { doc, done } = newPdf('Attestation de délivrance d’un PASS IAE', made);
  const page = new PdfPage(doc);
  const today = short(dayOf(made.toISOString()));
  page.title('Attestation de délivrance d’un PASS IAE');
  page.lead(`PASS IAE n° ${pass.displayNumber ?? 'en cours d’attribution'}`);
  page.facts([
    ['Bénéficiaire', beneficiary.displayName],
    ...(beneficiary.birthDate ? [['Date de naissance', short(beneficiary.birthDate)] as const] : []),
    ['Début', short(pass.start)],
    ['Fin', `${short(pass.end)} inclus`],
    ['État', pass.stateLabel],
    ['Durée restante', `${pass.remaining}, au ${today}`],
    ['Embauche', `${company}, à partir du ${short(contractStart)}`],
    ...(diagnosis ? [['Diagnostic établi par', [diagnosis.author, diagnosis.organisation].filter(Boolean).join(', ')] as const] : []),
  ]);
  page.heading('Ce que dit ce document');
  page.text('Le PASS IAE ouvre droit à un parcours dans toute structure d’insertion par l’activité économique, entre les deux dates ci-dessus. Ses dates peuvent changer ensuite : la page de la candidature, sur la plateforme, les montre à jour.');
  page.end(`Attestation imprimée le ${today}`);
  return done;
};
