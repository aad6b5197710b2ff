import { type DomainEvent, InvalidInput } from '#kernel';
import { commune, isRome, romeLabel } from '#reference';
import type { HiredJob, OrganisationsEvent } from '../contract.js';

type Described = Extract<OrganisationsEvent, DomainEvent<'organisations.HiredJobDescribed'>>;

/** A job description made by the hire itself: a job of the nomenclature and a commune are all that is known of it [organisations/JOB-3]. */
export const describeHired = ({ jobId, companyId, rome, insee }: HiredJob): readonly Described[] => {
  const place = commune(insee);
  const problems = [
    ...(isRome(rome) ? [] : [{ field: 'rome', code: 'organisations/rome' }]),
    ...(place ? [] : [{ field: 'insee', code: 'organisations/unknown-place' }]),
  ];
  if (!place || problems.length > 0) throw new InvalidInput(problems);
  const { department } = place;
  return [{ type: 'organisations.HiredJobDescribed', data: { jobId, companyId, rome, title: romeLabel(rome), insee, department } }];
};
