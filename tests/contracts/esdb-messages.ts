import gossip from '@eventstore/db-client/generated/gossip_pb.js';
import shared from '@eventstore/db-client/generated/shared_pb.js';
import status from '@eventstore/db-client/generated/status_pb.js';
import streams from '@eventstore/db-client/generated/streams_pb.js';
import anyPb from 'google-protobuf/google/protobuf/any_pb.js';
import grpc from '@grpc/grpc-js';
import emptyPb from 'google-protobuf/google/protobuf/empty_pb.js';
import type { DoubleEvent, Expected, NewEvent, Verdict } from './esdb-log.js';

// Our words in the client's own generated messages, and back.

export const uuid = (value: string) => {
  const message = new shared.UUID();
  message.setString(value);
  return message;
};

export const nameOf = (identifier: { getStreamName(): string | Uint8Array } | undefined): string => Buffer.from(identifier!.getStreamName() as Uint8Array).toString('utf8');

const identifierOf = (name: string) => {
  const message = new shared.StreamIdentifier();
  message.setStreamName(Buffer.from(name).toString('base64'));
  return message;
};

interface Proposed {
  getId(): InstanceType<typeof shared.UUID> | undefined;
  getMetadataMap(): { get(key: string): string | undefined };
  getData_asU8(): Uint8Array;
  getCustomMetadata_asU8(): Uint8Array;
}

export const newEvent = (message: Proposed): NewEvent => ({
  id: message.getId()!.getString(),
  type: message.getMetadataMap().get('type')!,
  contentType: message.getMetadataMap().get('content-type')!,
  data: message.getData_asU8(),
  metadata: message.getCustomMetadata_asU8(),
});

interface Expectation {
  hasNoStream(): boolean;
  hasStreamExists(): boolean;
  hasAny(): boolean;
}
export const expectedOf = (options: Expectation, revision: () => string | number): Expected =>
  options.hasNoStream() ? 'no_stream' : options.hasStreamExists() ? 'stream_exists' : options.hasAny() ? 'any' : Number(revision());

export function eventResponse(event: DoubleEvent): InstanceType<typeof streams.ReadResp> {
  const recorded = new streams.ReadResp.ReadEvent.RecordedEvent();
  recorded.setId(uuid(event.id));
  recorded.setStreamIdentifier(identifierOf(event.stream));
  recorded.setStreamRevision(String(event.revision));
  recorded.setCommitPosition(String(event.commit));
  recorded.setPreparePosition(String(event.prepare));
  const metadata = recorded.getMetadataMap();
  metadata.set('type', event.type);
  metadata.set('content-type', event.contentType);
  metadata.set('created', '638000000000000000');
  recorded.setData(event.data);
  recorded.setCustomMetadata(event.metadata);
  const read = new streams.ReadResp.ReadEvent();
  read.setEvent(recorded);
  read.setCommitPosition(String(event.commit));
  const response = new streams.ReadResp();
  response.setEvent(read);
  return response;
}

export function notFound(name: string): InstanceType<typeof streams.ReadResp> {
  const missing = new streams.ReadResp.StreamNotFound();
  missing.setStreamIdentifier(identifierOf(name));
  const response = new streams.ReadResp();
  response.setStreamNotFound(missing);
  return response;
}

export function confirmation(id: string): InstanceType<typeof streams.ReadResp> {
  const confirmed = new streams.ReadResp.SubscriptionConfirmation();
  confirmed.setSubscriptionId(id);
  const response = new streams.ReadResp();
  response.setConfirmation(confirmed);
  return response;
}

export function caughtUp(): InstanceType<typeof streams.ReadResp> {
  const response = new streams.ReadResp();
  response.setCaughtUp(new streams.ReadResp.CaughtUp());
  return response;
}

/** Answer of the older protocol; null when it is a gRPC error instead. */
export function appendResponse(verdict: Verdict): InstanceType<typeof streams.AppendResp> | null {
  const response = new streams.AppendResp();
  if (verdict.kind === 'ok') {
    const position = new streams.AppendResp.Position();
    position.setCommitPosition(String(verdict.commit));
    position.setPreparePosition(String(verdict.commit));
    const success = new streams.AppendResp.Success();
    success.setCurrentRevision(String(verdict.revision));
    success.setPosition(position);
    response.setSuccess(success);
    return response;
  }
  if (verdict.kind === 'too-large') return null;
  const wrong = new streams.AppendResp.WrongExpectedVersion();
  if (verdict.revision >= 0) wrong.setCurrentRevision(String(verdict.revision));
  else wrong.setCurrentNoStream(new shared.Empty());
  response.setWrongExpectedVersion(wrong);
  return response;
}

const packed = (name: string, bytes: Uint8Array) => {
  const any = new anyPb.Any();
  any.pack(bytes, `event_store.client.${name}`);
  return any;
};

function problem(verdict: Exclude<Verdict, { kind: 'ok' }>): InstanceType<typeof status.Status> {
  const error = new status.Status();
  if (verdict.kind === 'too-large') {
    const tooLarge = new shared.MaximumAppendSizeExceeded();
    tooLarge.setMaxappendsize(verdict.limit);
    error.setCode(3);
    error.setDetails(packed('MaximumAppendSizeExceeded', tooLarge.serializeBinary()));
    return error;
  }
  const wrong = new shared.WrongExpectedVersion();
  if (verdict.revision >= 0) wrong.setCurrentStreamRevision(String(verdict.revision));
  else wrong.setCurrentNoStream(new emptyPb.Empty());
  wrong.setExpectedAny(new emptyPb.Empty());
  error.setCode(9);
  error.setDetails(packed('WrongExpectedVersion', wrong.serializeBinary()));
  return error;
}

/** Answer of the newer protocol: one long stream of batches, told apart by their correlation. */
export function batchResponse(correlation: string, stream: string, verdict: Verdict): InstanceType<typeof streams.BatchAppendResp> {
  const response = new streams.BatchAppendResp();
  response.setCorrelationId(uuid(correlation));
  response.setStreamIdentifier(identifierOf(stream));
  if (verdict.kind === 'ok') {
    const position = new shared.AllStreamPosition();
    position.setCommitPosition(String(verdict.commit));
    position.setPreparePosition(String(verdict.commit));
    const success = new streams.BatchAppendResp.Success();
    success.setCurrentRevision(String(verdict.revision));
    success.setPosition(position);
    response.setSuccess(success);
  } else response.setError(problem(verdict));
  return response;
}

/** A node as its cluster sees it. */
export interface Member {
  readonly port: number;
  readonly leader: boolean;
  readonly alive: boolean;
}

export function clusterInfo(members: readonly Member[]): InstanceType<typeof gossip.ClusterInfo> {
  const answer = new gossip.ClusterInfo();
  for (const { port, leader, alive } of members) {
    const address = new gossip.EndPoint();
    address.setAddress('127.0.0.1');
    address.setPort(port);
    const member = new gossip.MemberInfo();
    member.setInstanceId(uuid(`00000000-0000-4000-8000-${String(port).padStart(12, '0')}`));
    member.setTimeStamp('638000000000000000');
    member.setState(leader ? gossip.MemberInfo.VNodeState.LEADER : gossip.MemberInfo.VNodeState.FOLLOWER);
    member.setIsAlive(alive);
    member.setHttpEndPoint(address);
    answer.addMembers(member);
  }
  return answer;
}

export function notLeader({ port }: Member): grpc.StatusObject {
  const metadata = new grpc.Metadata();
  metadata.set('exception', 'not-leader');
  metadata.set('leader-endpoint-host', '127.0.0.1');
  metadata.set('leader-endpoint-port', String(port));
  return { code: grpc.status.NOT_FOUND, details: 'the leader is elsewhere', metadata };
}
