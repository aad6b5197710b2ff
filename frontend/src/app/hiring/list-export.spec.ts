import { TestBed } from '@angular/core/testing';
import { beforeEach, describe, expect, it, jest } from '@jest/globals';
import { answer, byRole, pageProviders, text, turn } from '../../test/graphql';
import { ListExport } from './list-export';

const line = {
  ...{ title: 'Madame', lastName: '=CMD()', firstName: 'Camille', email: 'c@courriel.test', phone: '+33600000000', birthDate: '1990-05-20', city: 'Nîmes', department: '30' },
  ...{ companyName: 'Atelier', companyKind: 'ACI', jobs: 'Jardinier; Maçon', source: 'Orienteur', senderOrganisation: 'Accueil', sender: 'Ana Essai', submittedOn: '2026-03-02' },
  ...{ status: 'Candidature acceptée', startsOn: '2026-03-09', endsOn: null, refusalReason: null, eligible: true, controlled: false },
  ...{ passNumber: '99999 00 00001', passStart: '2026-03-09', passEnd: '2028-03-08', passState: 'Valide' },
};

describe('a list of applications taken away', () => {
  let files: Blob[];
  beforeEach(() => {
    files = [];
    TestBed.configureTestingModule({ providers: pageProviders() });
    URL.createObjectURL = jest.fn((file: Blob) => `blob:${files.push(file)}`) as never;
    URL.revokeObjectURL = jest.fn();
    jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  });

  const take = async (more: object) => {
    const fixture = TestBed.createComponent(ListExport);
    fixture.componentRef.setInput('asked', { filter: { box: 'received', pass: 'VALID' }, order: '-sent' });
    TestBed.tick();
    const root = fixture.nativeElement as HTMLElement;
    byRole(root, 'button', 'Exporter en CSV').click();
    const sent = await answer('ExportApplications', { exportApplications: { total: 1, limit: 2000, rows: [line], ...more } });
    await turn();
    TestBed.tick();
    return { root, sent };
  };

  it('has its twenty-five columns, asks for what the list shows, and runs nothing in a spreadsheet [emplois/VIS-5]', async () => {
    const { root, sent } = await take({});
    expect(sent).toMatchObject({ filter: { box: 'received', pass: 'VALID' }, order: '-sent', command: expect.any(String) });
    const written = await new Promise<string>((resolve) => {
      const reader = new FileReader();
      reader.onload = () => resolve(String(reader.result));
      reader.readAsText(files[0]!);
    });
    const [header, row] = written.replace('\uFEFF', '').split('\r\n');
    expect(header!.split(';')).toHaveLength(25);
    expect(row).toBe(
      "Madame;'=CMD();Camille;c@courriel.test;'+33600000000;20/05/1990;Nîmes;30;Atelier;ACI;\"Jardinier; Maçon\";Orienteur;Accueil;Ana Essai;02/03/2026;Candidature acceptée;09/03/2026;;;Oui;Non;99999 00 00001;09/03/2026;08/03/2028;Valide",
    );
    expect(text(root.querySelector('p[role=status]'))).toBe('1 candidature exportée. L’export est enregistré.');
  });

  it('says when there are more than a file holds [emplois/VIS-5]', async () => {
    const { root } = await take({ total: 2500, rows: [line, line] });
    expect(text(root.querySelector('p[role=status]'))).toContain('2 candidatures exportées, les premières de la liste sur 2500');
  });
});
