import { Controller, Get, NotFoundException, Param, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Clock, type Id, isId } from '#kernel';
import { CurrentActor, RequiresRole } from '#kernel/api';
import { downloadHeaders } from '#kernel/api/pdf/download-headers';
import { ApprovalsQueries } from '#approvals';
import { passView } from '#approvals/views';
import { IdentityQueries } from '#identity';
import { OrganisationsQueries } from '#organisations';
import { mayPrint } from '../../projections/application-access.js';
import { ApplicationLists } from '../../projections/application-lists.js';
import { DiagnosisLists } from '../../projections/diagnosis-lists.js';
import { fullName } from '../application-presenter.js';
import { attestationPdf } from './attestation-pdf.js';

/** The printable attestation of a PASS, for the company that hired under it: for everybody else there is none [emplois/PASS-22]. */
@Controller('api')
export class AttestationController {
  constructor(
    private readonly lists: ApplicationLists,
    private readonly approvals: ApprovalsQueries,
    private readonly identity: IdentityQueries,
    private readonly organisations: OrganisationsQueries,
    private readonly diagnoses: DiagnosisLists,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('employer')
  @Get('hires/:applicationId/attestation.pdf')
  async pdf(@Param('applicationId') id: Id, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const row = isId(id) ? await this.lists.one(id) : null;
    const today = this.clock.today();
    // The one of the hire, be it over or followed by another.
    const pass = row && mayPrint(row, actor) ? (await this.approvals.byIds([row.pass!.passId], today)).get(row.pass!.passId) : null;
    if (!row || !pass) throw new NotFoundException('Cette attestation n’existe pas, ou n’est pas pour votre structure.');
    const people = await this.identity.summaries([row.candidateId], { viewer: actor, purpose: 'pass-attestation' });
    const beneficiary = people.get(row.candidateId);
    if (!beneficiary) throw new NotFoundException('Le dossier de cette personne a été effacé.');
    const organisations = await this.organisations.organisations([row.companyId]);
    const pdf = await attestationPdf({
      ...{ pass: passView(pass, today), beneficiary, contractStart: row.startsOn!, made: new Date(this.clock.now()) },
      company: organisations.get(row.companyId)?.name ?? '',
      diagnosis: await this.diagnosisOf(row.candidateId, pass.passId),
    });
    void reply.headers(downloadHeaders('application/pdf', `attestation-pass-iae-${today}.pdf`));
    return pdf;
  }

  private async diagnosisOf(candidateId: Id, passId: Id) {
    const made = (await this.diagnoses.of([candidateId])).find((each) => each.passId === passId);
    if (!made) return null;
    const [names, organisations] = await Promise.all([
      this.identity.accountNames([made.by]),
      this.organisations.organisations([made.organisation]),
    ]);
    return { author: fullName(names.get(made.by)) ?? '', organisation: organisations.get(made.organisation)?.name ?? '' };
  }
}
