import { Component } from '@angular/core';
import { Page } from '../shared/ui/page';

@Component({
  selector: 'app-accessibility',
  imports: [Page],
  template: `
    <app-page heading="Déclaration d’accessibilité" lead="Ce qui a été vérifié, et ce qui ne l’a pas été.">
      <h2 class="fr-h4 fr-mt-4w">État de conformité</h2>
      <p>La Plateforme de l’inclusion n’a pas encore été auditée selon le référentiel général d’amélioration de l’accessibilité (RGAA). Sa conformité n’est donc pas établie.</p>
      <h2 class="fr-h4 fr-mt-4w">Ce que nous vérifions</h2>
      <ul>
        <li>chaque page, une fois son contenu affiché, est analysée par un outil automatique (axe), à 1280 et à 375 pixels de large : aucune erreur n’est acceptée. Un tel outil ne couvre qu’une partie du référentiel ;</li>
        <li>se connecter, chercher un employeur et ouvrir sa fiche, puis écrire et envoyer une candidature depuis cette fiche sont joués au clavier seul ; à chaque arrêt, nous vérifions que l’endroit où l’on se trouve est visible ;</li>
        <li>chaque graphique et chaque carte est accompagné d’un tableau des mêmes données ;</li>
        <li>sur un téléphone, les listes en tableau montrent chaque ligne comme une fiche : leurs lignes, leurs cellules et leurs en-têtes restent déclarés, et une liste de choix les trie ;</li>
        <li>chaque page a un titre qui lui est propre, sans nom de personne, un plan de titres, des liens d’accès rapide ; le nombre de résultats d’une liste et les erreurs de saisie, écrites à côté des champs, sont annoncés.</li>
      </ul>
      <h2 class="fr-h4 fr-mt-4w">Ce que nous n’avons pas vérifié</h2>
      <ul>
        <li>la restitution par les lecteurs d’écran (NVDA, JAWS, VoiceOver) avec des utilisateurs ;</li>
        <li>la navigation dans d’autres navigateurs que Chromium ;</li>
        <li>les critères du référentiel qui demandent un jugement humain.</li>
      </ul>
    </app-page>
  `,
})
export class AccessibilityPage {}
