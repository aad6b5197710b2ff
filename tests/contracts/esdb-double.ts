import gossipRpc from '@eventstore/db-client/generated/gossip_grpc_pb.js';
import featuresRpc from '@eventstore/db-client/generated/serverfeatures_grpc_pb.js';
import features from '@eventstore/db-client/generated/serverfeatures_pb.js';
import streamsRpc from '@eventstore/db-client/generated/streams_grpc_pb.js';
import type streams from '@eventstore/db-client/generated/streams_pb.js';
import grpc from '@grpc/grpc-js';
import { EsdbLog, type DoubleEvent, type NewEvent } from './esdb-log.js';
import { appendResponse, batchResponse, caughtUp, clusterInfo, confirmation, eventResponse, expectedOf, type Member, nameOf, newEvent, notFound, notLeader } from './esdb-messages.js';

type Reading = grpc.ServerWritableStream<streams.ReadReq, streams.ReadResp>;
const BACKWARDS = 1;

/** What a node tells of its cluster; alone, a node says nothing and leads. */
export interface Gossip {
  members(): readonly Member[];
}

/**
 * Stands in for an EventStoreDB server on the wire, with the client's own generated definitions: the real client connects to it.
 * It proves how our adapter speaks and what it understands, not what a real server does.
 */
export class EsdbDouble {
  readonly calls: string[] = [];
  /** How much of the log reads see here: a follower may be behind. */
  known = Infinity;
  #server: grpc.Server | null = null;
  #port = 0;

  constructor(
    private readonly options: { readonly batchAppend: boolean; readonly gossip?: Gossip },
    readonly log = new EsdbLog(),
  ) {}

  get port(): number {
    return this.#port;
  }

  get url(): string {
    return `esdb://127.0.0.1:${this.#port}?tls=false`;
  }

  async listen(): Promise<this> {
    const server = new grpc.Server();
    server.addService(featuresRpc.ServerFeaturesService as unknown as grpc.ServiceDefinition, { getSupportedMethods: this.#features });
    server.addService(streamsRpc.StreamsService as unknown as grpc.ServiceDefinition, { append: this.#append, batchAppend: this.#batchAppend, read: this.#read });
    if (this.options.gossip) server.addService(gossipRpc.GossipService as unknown as grpc.ServiceDefinition, { read: this.#gossip });
    this.#port = await new Promise<number>((resolve, reject) =>
      server.bindAsync(`127.0.0.1:${this.#port}`, grpc.ServerCredentials.createInsecure(), (error, port) => (error ? reject(error) : resolve(port))),
    );
    this.#server = server;
    return this;
  }

  /** Every connection breaks; the log stays. `listen` again to come back at the same address. */
  kill(): void {
    this.#server?.forceShutdown();
    this.#server = null;
  }

  readonly #gossip: grpc.handleUnaryCall<unknown, unknown> = (_call, reply) => reply(null, clusterInfo(this.options.gossip!.members()));

  /** A follower hands on what it is given to write, and sends whoever asks to read from the leader to it. */
  #sentAway({ metadata }: { readonly metadata: grpc.Metadata }): grpc.StatusObject | null {
    const leader = this.options.gossip?.members().find((member) => member.leader);
    return leader && leader.port !== this.#port && metadata.get('requires-leader')[0] === 'true' ? notLeader(leader) : null;
  }

  readonly #features: grpc.handleUnaryCall<unknown, unknown> = (_call, reply) => {
    const answer = new features.SupportedMethods();
    answer.setEventStoreServerVersion('23.10.0');
    if (this.options.batchAppend) {
      const method = new features.SupportedMethod();
      method.setServiceName('event_store.client.streams.Streams');
      method.setMethodName('BatchAppend');
      answer.addMethods(method);
    }
    reply(null, answer);
  };

  readonly #append: grpc.handleClientStreamingCall<streams.AppendReq, unknown> = (call, reply) => {
    this.calls.push('Append');
    let options: streams.AppendReq.Options | undefined;
    const events: NewEvent[] = [];
    call.on('error', () => {});
    call.on('data', (request: streams.AppendReq) => {
      if (request.hasOptions()) options = request.getOptions();
      else events.push(newEvent(request.getProposedMessage()!));
    });
    call.on('end', () => {
      const verdict = this.log.append(nameOf(options!.getStreamIdentifier()), expectedOf(options!, () => options!.getRevision()), events);
      const answer = appendResponse(verdict);
      if (answer) return reply(null, answer);
      const metadata = new grpc.Metadata();
      metadata.set('exception', 'maximum-append-size-exceeded');
      metadata.set('maximum-append-size', String(this.log.maxAppendSize));
      return reply({ code: grpc.status.INVALID_ARGUMENT, details: 'maximum append size exceeded', metadata });
    });
  };

  readonly #batchAppend: grpc.handleBidiStreamingCall<streams.BatchAppendReq, unknown> = (call) => {
    this.calls.push('BatchAppend');
    const batches = new Map<string, { options: streams.BatchAppendReq.Options; events: NewEvent[] }>();
    call.on('error', () => {});
    call.on('end', () => call.end());
    call.on('data', (request: streams.BatchAppendReq) => {
      const correlation = request.getCorrelationId()!.getString();
      const batch = batches.get(correlation) ?? { options: request.getOptions()!, events: [] };
      batches.set(correlation, batch);
      batch.events.push(...request.getProposedMessagesList().map(newEvent));
      if (!request.getIsFinal()) return;
      batches.delete(correlation);
      const name = nameOf(batch.options.getStreamIdentifier());
      call.write(batchResponse(correlation, name, this.log.append(name, expectedOf(batch.options, () => batch.options.getStreamPosition()), batch.events)));
    });
  };

  readonly #read = (call: Reading): void => {
    this.calls.push('Read');
    const away = this.#sentAway(call);
    if (away) return void call.emit('error', away);
    const options = call.request.getOptions()!;
    call.on('error', () => {});
    if (options.hasSubscription()) return this.#subscribe(call, options);
    const backwards = options.getReadDirection() === BACKWARDS;
    const found = this.#select(options, backwards);
    if (!found) call.write(notFound(nameOf(options.getStream()!.getStreamIdentifier())));
    else for (const event of found.slice(0, Number(options.getCount()))) call.write(eventResponse(event));
    call.end();
  };

  /** Reads begin with the event at the given place; null for a stream that does not exist. */
  #select(options: streams.ReadReq.Options, backwards: boolean): readonly DoubleEvent[] | null {
    if (options.hasStream()) {
      const place = options.getStream()!;
      const events = this.log.stream(nameOf(place.getStreamIdentifier()))?.filter((event) => this.#seen.includes(event));
      if (!events?.length) return null;
      if (backwards) return events.slice(0, place.hasRevision() ? Number(place.getRevision()) + 1 : events.length).reverse();
      return events.slice(place.hasRevision() ? Number(place.getRevision()) : 0);
    }
    if (backwards) return this.#seen.slice().reverse();
    const position = options.getAll()!.getPosition();
    return position ? this.#seen.filter(({ prepare }) => prepare >= Number(position.getPreparePosition())) : this.#seen;
  }

  get #seen(): readonly DoubleEvent[] {
    return this.known < this.log.all.length ? this.log.all.slice(0, this.known) : this.log.all;
  }

  /** A subscription begins after the given place, then goes on with what comes. */
  #subscribe(call: Reading, options: streams.ReadReq.Options): void {
    const position = options.getAll()!.getPosition();
    const type = new RegExp(options.getFilter()?.getEventType()?.getRegex() ?? '');
    let next = position ? this.log.all.findIndex(({ prepare }) => prepare > Number(position.getPreparePosition())) : 0;
    if (next < 0) next = this.log.all.length;
    call.write(confirmation(`subscription-${this.calls.length}`));
    const pump = () => {
      for (; next < this.log.all.length; next++) if (type.test(this.log.all[next]!.type)) call.write(eventResponse(this.log.all[next]!));
    };
    pump();
    call.write(caughtUp());
    this.log.changes.on('append', pump);
    const leave = () => void this.log.changes.off('append', pump);
    call.on('cancelled', leave);
    call.on('close', leave);
  }
}
