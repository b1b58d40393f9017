/** What a person does with one return, and the refusal of the last deed. */
import { useState } from 'react';
import { useCommand } from '~/base/action';
import { asProblem, type Problem } from '~/base/problem';
import type { Cells, Source, Texts, VersionRow } from './rows';

export interface CoverInput {
  source: Source;
  edition: VersionRow['edition'];
  responsible?: string;
  phone?: string;
  paper_date?: string;
  scan?: string;
}

export interface Fill extends CoverInput {
  cells?: Cells;
  reasons?: Record<string, string | null>;
}

export interface Desk {
  problem: Problem | null;
  busy: boolean;
  fill: (body: Fill) => Promise<boolean>;
  prepare: () => Promise<boolean>;
  submit: (version: { number: number; digest: string }) => Promise<boolean>;
}

export function useDesk(path: string): Desk {
  const command = useCommand();
  const [problem, setProblem] = useState<Problem | null>(null);
  const send = async (verb: string, body: unknown): Promise<boolean> => {
    setProblem(null);
    try {
      await command.mutateAsync({ path: `${path}/${verb}`, body });
      return true;
    } catch (error) {
      setProblem(asProblem(error));
      return false;
    }
  };
  return {
    problem,
    busy: command.isPending,
    fill: ({ cells, reasons, ...cover }) => send('fill', { ...coverOf(cover), cells, reasons }),
    prepare: () => send('prepare', {}),
    submit: (version) => send('submit', version),
  };
}

/** A cover as it is sent: what is empty is left out. */
export function coverOf(of: {
  source: Source;
  edition: CoverInput['edition'];
  responsible?: string | undefined;
  phone?: string | undefined;
  paper_date?: string | undefined;
  scan?: string | undefined;
}): CoverInput {
  const { source, edition, responsible, phone, paper_date, scan } = of;
  return {
    source,
    edition,
    ...(responsible ? { responsible } : {}),
    ...(phone ? { phone } : {}),
    ...(paper_date ? { paper_date } : {}),
    ...(scan ? { scan } : {}),
  };
}

/** What is wrong with each cell, by the cell. */
export function faultsOfCells(problem: Problem | null): Texts {
  const faults: Texts = {};
  for (const { pointer, message } of problem?.errors ?? []) {
    const cell = /^\/cells\/(\w+)$/.exec(pointer)?.[1];
    if (cell) faults[cell] = message;
  }
  return faults;
}
