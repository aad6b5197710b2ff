import type PDFDocument from 'pdfkit';
import { western } from './western.js';

type Doc = InstanceType<typeof PDFDocument>;

const INK = '#161616';
const GREY = '#5a5a5a';
const BLUE = '#1c3f7c';
const LABELS = 150;

/** Lays out one column of tagged text: what a screen reader says is what is drawn. */
export class PdfPage {
  constructor(private readonly doc: Doc) {}

  title(text: string): void {
    this.#write('H1', text, 'Helvetica-Bold', 22, BLUE, 0.3);
  }

  lead(text: string): void {
    this.#write('P', text, 'Helvetica', 13, INK, 0.7);
  }

  heading(text: string): void {
    this.doc.moveDown(0.8);
    this.#room(90);
    this.#write('H2', text, 'Helvetica-Bold', 14, BLUE, 0.4);
  }

  text(text: string): void {
    this.#write('P', text, 'Helvetica', 10, INK, 0.5);
  }

  /** Labels on the left, values on the right. */
  facts(facts: readonly (readonly [label: string, value: string])[]): void {
    const { doc } = this;
    const { left, right } = doc.page.margins;
    const width = doc.page.width - left - right - LABELS;
    for (const [label, value] of facts) {
      const [name, told] = [western(label), western(value)];
      const height = Math.max(doc.font('Helvetica-Bold').fontSize(10).heightOfString(name, { width: LABELS - 10 }), doc.font('Helvetica').heightOfString(told, { width }));
      this.#room(height);
      const y = doc.y;
      this.#tag('P', () => {
        doc.font('Helvetica-Bold').fontSize(10).fillColor(GREY).text(name, left, y, { width: LABELS - 10 });
        doc.font('Helvetica').fillColor(INK).text(told, left + LABELS, y, { width });
      });
      doc.x = left;
      doc.y = y + height + 4;
    }
  }

  /** A sentence that matters, with its colour on the left. */
  box(text: string, colour: string): void {
    const { doc } = this;
    const { left, right } = doc.page.margins;
    const width = doc.page.width - left - right - 24;
    doc.moveDown(0.5);
    const height = doc.font('Helvetica-Bold').fontSize(11).heightOfString(western(text), { width }) + 16;
    this.#room(height);
    const y = doc.y;
    this.#artifact(() => doc.rect(left, y, 4, height).fill(colour));
    this.#tag('P', () => doc.font('Helvetica-Bold').fontSize(11).fillColor(INK).text(western(text), left + 16, y + 9, { width }));
    doc.x = left;
    doc.y = y + height + 4;
  }

  entry({ title, by, lines, hash }: { readonly title: string; readonly by: string; readonly lines: readonly string[]; readonly hash: string }): void {
    this.#room(52 + lines.length * 12);
    this.#write('H3', title, 'Helvetica-Bold', 11, INK, 0.1);
    this.#write('P', by, 'Helvetica', 9, GREY, 0.15);
    if (lines.length) this.#write('P', lines.join('\n'), 'Helvetica', 9, INK, 0.15);
    this.#write('P', hash, 'Courier', 8, GREY, 1.1);
  }

  code(label: string, code: string): void {
    this.#room(40);
    this.#write('P', label, 'Helvetica-Bold', 9, GREY, 0.1);
    this.#write('Code', code, 'Courier', 8, INK, 0.7);
  }

  /** Numbers the pages and closes the document. */
  end(footer: string): void {
    const { doc } = this;
    const { count } = doc.bufferedPageRange();
    for (let n = 0; n < count; n++) {
      doc.switchToPage(n);
      const { left, right } = doc.page.margins;
      const y = doc.page.height - 40;
      // Below the margin, where text would otherwise start another page.
      doc.page.margins.bottom = 0;
      this.#artifact(() => {
        doc.font('Helvetica').fontSize(8).fillColor(GREY).text(western(footer), left, y, { lineBreak: false });
        doc.text(`Page ${n + 1} sur ${count}`, left, y, { width: doc.page.width - left - right, align: 'right', lineBreak: false });
      });
    }
    doc.end();
  }

  #write(tag: string, text: string, font: string, size: number, colour: string, after: number): void {
    this.#tag(tag, () => this.doc.font(font).fontSize(size).fillColor(colour).text(western(text)));
    this.doc.moveDown(after);
  }

  #tag(tag: string, draw: () => void): void {
    this.doc.addStructure(this.doc.struct(tag as never, {}, [draw]));
  }

  #artifact(draw: () => void): void {
    this.doc.markContent('Artifact');
    draw();
    this.doc.endMarkedContent();
  }

  /** A new page when less than this is left. */
  #room(height: number): void {
    if (this.doc.y + height > this.doc.page.height - this.doc.page.margins.bottom) this.doc.addPage();
  }
}
