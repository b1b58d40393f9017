/**
 * One action of the user is one idempotency key. The key stays while nobody knows whether the
 * server acted (no answer, still running, broken) and the content is the same, so that pressing the
 * button again asks instead of doing twice; a plain answer or other content takes a new key.
 */
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { type Answer, type Call, call } from './api';
import { asProblem, type Problem } from './problem';

/** randomUUID is missing on plain http, where a city's own network may well run this. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

export class ActionKey {
  private held: { content: string; key: string } | null = null;

  keyFor(content: string): string {
    if (this.held?.content !== content) this.held = { content, key: newKey() };
    return this.held.key;
  }

  /** Call with the problem, or with null after a success. */
  settled(problem: Problem | null): void {
    if (!problem?.outcomeUnknown) this.held = null;
  }
}

export interface Command {
  path: string;
  body?: unknown;
  version?: string | null;
}

/** What a command that waits for a second person answers (202). */
export interface Awaiting {
  command: string;
  state: string;
}

export async function submit<T>(held: ActionKey, command: Command): Promise<Answer<T>> {
  const request: Call = {
    method: 'POST',
    body: command.body ?? {},
    version: command.version ?? null,
  };
  request.key = held.keyFor(JSON.stringify([command.path, request.body]));
  try {
    const answer = await call<T>(command.path, request);
    held.settled(null);
    return answer;
  } catch (error) {
    const problem = asProblem(error);
    held.settled(problem);
    throw problem;
  }
}

/** Everything shown is asked for again, but the descriptions, which never change while we run. */
export function askAgain(queries: QueryClient): Promise<void> {
  return queries.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'openapi' });
}

/**
 * A command as a mutation; every list and record shown is asked for again afterwards. Commands that
 * name the same queue are sent one after the other, each once the one before has been answered.
 */
export function useCommand<T = unknown>(onDone?: (answer: Answer<T>) => void, queue?: string) {
  const held = useRef<ActionKey>(null);
  const queries = useQueryClient();
  return useMutation<Answer<T>, Problem, Command>({
    ...(queue ? { scope: { id: queue } } : {}),
    mutationFn: (command) => {
      held.current ??= new ActionKey();
      return submit<T>(held.current, command);
    },
    onSuccess: (answer) => {
      onDone?.(answer);
      return askAgain(queries);
    },
  });
}

export function isAwaiting(answer: Answer<unknown>): answer is Answer<Awaiting> {
  return answer.status === 202;
}
