import { InvalidInput } from '#kernel';
import { commune, isRome } from '#reference';

/** « Autre métier »: a job of the nomenclature, and the commune where the work is. */
export interface OtherJob {
  readonly rome: string | null;
  readonly insee: string | null;
}

export const isKnownJob = (job: OtherJob): job is { readonly rome: string; readonly insee: string } => problemsOf(job).length === 0;

/** Both are mandatory, and must exist [emplois/ACP-4]. @throws InvalidInput */
export const requireOtherJob = (job: OtherJob): void => {
  const problems = problemsOf(job);
  if (problems.length > 0) throw new InvalidInput(problems);
};

const problemsOf = ({ rome, insee }: OtherJob) => [
  ...(rome && isRome(rome) ? [] : [{ field: 'otherJob.rome', code: rome ? 'hiring/other-job-unknown' : 'hiring/other-job-missing' }]),
  ...(insee && commune(insee) ? [] : [{ field: 'otherJob.insee', code: insee ? 'hiring/other-job-place-unknown' : 'hiring/other-job-place-missing' }]),
];
