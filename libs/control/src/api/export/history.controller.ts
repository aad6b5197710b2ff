import { BadRequestException, Controller, Get, Header, NotFoundException, Param, Query, Res } from '@nestjs/common';
import type { FastifyReply } from 'fastify';
import { type Actor, Clock, dayOf } from '#kernel';
import { CurrentActor, Public, RequiresRole } from '#kernel/api';
import { downloadHeaders } from '#kernel/api/pdf/download-headers';
import { Notary, type Seal } from '#kernel/runtime/notary';
import { HireReader, type ReadHistory } from '../hire-reader.js';
import { fileText, type HistoryFile, historyFile } from './history-file.js';
import { historyPdf } from './history-pdf.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d{1,3})?Z$/;

/** Histories handed over as files, to those who may read them on the page. */
@Controller('api')
export class HistoryController {
  constructor(
    private readonly reader: HireReader,
    private readonly notary: Notary,
    private readonly clock: Clock,
  ) {}

  @RequiresRole('inspector', 'staff', 'employer')
  @Get('hires/:applicationId/history.json')
  async json(@Param('applicationId') id: string, @Query('asOf') asOf: string | undefined, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<string> {
    const { file } = await this.#export(id, asOf, actor);
    this.#download(reply, 'application/json; charset=utf-8', 'json');
    return fileText(file);
  }

  @RequiresRole('inspector', 'staff', 'employer')
  @Get('hires/:applicationId/history.pdf')
  async pdf(@Param('applicationId') id: string, @Query('asOf') asOf: string | undefined, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<Buffer> {
    const { read, file } = await this.#export(id, asOf, actor);
    const pdf = await historyPdf(read, file, this.notary.fingerprint());
    this.#download(reply, 'application/pdf', 'pdf');
    return pdf;
  }

  /** The key with which seals and exported histories are verified. */
  @Public()
  @Get('seal-key')
  @Header('content-type', 'application/x-pem-file')
  key(): string {
    return this.notary.publicKey();
  }

  /** The last seal of the log. Whoever kept one can have it looked for: `npm run audit:verify -- --last seal.json`. */
  @Public()
  @Get('seals')
  @Header('cache-control', 'no-store')
  async seals(): Promise<Seal> {
    const seal = await this.notary.lastSeal();
    if (!seal) throw new NotFoundException('Aucun sceau n’a encore été posé.');
    return seal;
  }

  async #export(id: string, asOf: string | undefined, actor: Actor): Promise<{ readonly read: ReadHistory; readonly file: HistoryFile }> {
    if (asOf !== undefined && (!INSTANT.test(asOf) || Number.isNaN(Date.parse(asOf)))) throw new BadRequestException('La date demandée n’est pas un instant (2026-01-31T22:59:59Z).');
    const read = UUID.test(id) ? await this.reader.history(id, asOf ?? null, actor, 'control-history-export') : null;
    if (!read) throw new NotFoundException('Cette embauche n’existe pas, ou n’est pas de votre ressort.');
    return { read, file: await historyFile(read, actor, new Date(this.clock.now()).toISOString(), this.notary) };
  }

  #download(reply: FastifyReply, type: string, extension: string): void {
    void reply.headers(downloadHeaders(type, `histoire-embauche-${dayOf(new Date(this.clock.now()).toISOString())}.${extension}`));
  }
}
