const LABELS: Readonly<Record<string, string>> = {
  prescriber: 'prescripteur', employer: 'employeur', candidate: 'candidat', inspector: 'inspecteur', buyer: 'acheteur', supplier: 'fournisseur', staff: 'équipe de la plateforme', system: 'automatique',
};

/** As what somebody acted, in French. */
export const roleLabel = (role: string): string => LABELS[role] ?? role;
