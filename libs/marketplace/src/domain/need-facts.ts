import type { NeedContent, NeedPlace, SupplierPlace, TransactionFact } from '../contract.js';

/** The part of a fact that places it, without anything else its bearer holds. */
export const placeOf = ({ needId, buyerId, buyerKind, buyerDepartment, needKind, department, sectors, bracket, exactAmount }: NeedPlace): NeedPlace => ({
  ...{ needId, buyerId, buyerKind, buyerDepartment, needKind, department, sectors, bracket },
  ...(exactAmount && { exactAmount }),
});
export const supplierOf = ({ supplierId, supplierKind, supplierDepartment }: SupplierPlace): SupplierPlace => ({ supplierId, supplierKind, supplierDepartment });
export const contentOf = (content: NeedContent): NeedContent => {
  const { title, descriptionId, contactId, wholeFrance, place, startsOn, deadline, shareAmount, questions, responseKinds, anonymous } = content;
  return { title, descriptionId, contactId, wholeFrance, place, startsOn, deadline, shareAmount, questions, responseKinds, anonymous };
};
export const factOf = ({ signed, source, supplierId, supplierKind, supplierDepartment, amount, amountBracket }: TransactionFact): TransactionFact => ({
  ...{ signed, source, supplierId, supplierKind, supplierDepartment, amount, amountBracket },
});
