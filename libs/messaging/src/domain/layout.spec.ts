import { describe, expect, it } from '@jest/globals';
import type { NeedSummary } from '#marketplace';
import { layOut } from './layout.js';
import { interestLetter } from './letters/interest.fr.js';

const need: NeedSummary = {
  ...{ needId: 'n1', buyerId: 'b1', author: 'a1', title: 'Laver <b>& plier</b>\r\nBcc: autre@fictif.example' },
  status: 'validated', deadline: '2026-03-30', matched: 12, interested: 1, moderationId: null, modifyBefore: null, kind: 'QUOTE', sectors: [], wholeFrance: true, place: null, anonymous: false, bracket: null, exactAmount: null, closed: false, buyerAnswered: false,
};
const letter = layOut(interestLetter(need, 1), 'Ana\r\nEssai', 'https://inclusion.test');

describe('a letter', () => {
  it('says the same as text and as HTML, in French, with its link in both', () => {
    expect(letter.text).toContain('Bonjour Ana Essai,');
    expect(letter.text).toContain('https://inclusion.test/besoins/n1');
    expect(letter.html).toContain('<html lang="fr">');
    expect(letter.html).toContain('<a href="https://inclusion.test/besoins/n1">Voir les structures intéressées</a>');
  });

  it('shows what people wrote as they wrote it, and never as markup', () => {
    expect(letter.text).toContain('Laver <b>& plier</b>');
    expect(letter.html).toContain('Laver &lt;b&gt;&amp; plier&lt;/b&gt;<br>Bcc');
    expect(letter.html).not.toContain('<b>');
  });

  it('has a subject of one line and asks for nothing from elsewhere', () => {
    expect(letter.subject).not.toMatch(/[\r\n]/);
    expect(letter.html).not.toMatch(/<img|<link|<script|style=|src=/);
  });
});
