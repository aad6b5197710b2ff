import { TestBed } from '@angular/core/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { pageProviders } from '../../test/graphql';
import { SiteFooter } from './footer';

const toTheTeam = (content: string): string | null => {
  document.head.innerHTML = `<meta name="platform-team" content="${content}">`;
  TestBed.configureTestingModule({ providers: pageProviders([]) });
  const footer = TestBed.createComponent(SiteFooter);
  footer.detectChanges();
  return (footer.nativeElement as HTMLElement).querySelector('a[href^="mailto:"]')?.getAttribute('href') ?? null;
};

describe('the foot of every page', () => {
  afterEach(() => void (document.head.innerHTML = ''));

  it('leads to the team, where its address is known', () => expect(toTheTeam('equipe@inclusion.test')).toBe('mailto:equipe@inclusion.test'));

  it.each(['', '__TEAM_EMAIL__'])('leads nowhere where it is not (%p)', (content) => expect(toTheTeam(content)).toBeNull());
});
