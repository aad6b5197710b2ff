/** What people read when messaging says no. */
export const messagingRefusals = {
  'messaging/unknown-message': () => 'Ce message n’existe pas.',
  'messaging/no-mailbox': () => 'Cette installation ne montre pas les messages : elle les envoie, ou les garde jusqu’à ce qu’un serveur d’envoi soit configuré.',
};
