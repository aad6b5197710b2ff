import PDFDocument from 'pdfkit';

/** An A4 tagged document in French; `done` holds its bytes once it is ended. */
export const newPdf = (title: string, made: Date) => {
  const doc = new PDFDocument({
    size: 'A4', margins: { top: 56, bottom: 64, left: 56, right: 56 }, bufferPages: true, pdfVersion: '1.7', lang: 'fr-FR', tagged: true, displayTitle: true,
    info: { Title: title, Creator: 'Plateforme de l’inclusion', CreationDate: made },
  });
  const done = new Promise<Buffer>((resolve, reject) => {
    const parts: Buffer[] = [];
    doc.on('data', (part: Buffer) => parts.push(part)).on('end', () => resolve(Buffer.concat(parts))).on('error', reject);
  });
  return { doc, done };
};
