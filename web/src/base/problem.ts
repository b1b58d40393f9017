/**
 * An answer that is not a success: RFC 9457 problem details from the server, or no answer at all.
 * Texts are the server's, in the reader's language; only the missing answer is worded by us.
 */

export interface FieldFault {
  pointer: string;
  code: string;
  message: string;
  row?: number;
  column?: string;
}

export interface ProblemBody {
  code?: string;
  title?: string;
  detail?: string;
  request_id?: string;
  errors?: FieldFault[];
  [extension: string]: unknown;
}

/** `/terms/rate_ppm` is the field `terms.rate_ppm`. */
export function fieldOf(fault: FieldFault): string {
  return fault.pointer.replace(/^\//, '').replaceAll('/', '.');
}

export class Problem extends Error {
  override name = 'Problem';
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  readonly requestId: string;
  readonly errors: FieldFault[];

  /** 0 when no answer came, so that nobody knows whether the server acted. */
  readonly status: number;
  readonly body: ProblemBody;
  /** Seconds, from Retry-After. */
  readonly retryAfter: number | null;

  constructor(status: number, body: ProblemBody, retryAfter: number | null = null) {
    super(body.detail || body.title || body.code || `HTTP ${status}`);
    this.status = status;
    this.body = body;
    this.retryAfter = retryAfter;
    this.code = body.code ?? (status === 0 ? 'no_answer' : `http_${status}`);
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.requestId = body.request_id ?? '';
    this.errors = body.errors ?? [];
  }

  /** Whether the command may have been done although we were not told. The same key asks again. */
  get outcomeUnknown(): boolean {
    return this.status === 0 || this.status === 409 || this.status >= 500;
  }

  /** What is wrong with each field. */
  faultsByField(): Map<string, string[]> {
    const byField = new Map<string, string[]>();
    for (const fault of this.errors) {
      const field = fieldOf(fault);
      byField.set(field, [...(byField.get(field) ?? []), fault.message]);
    }
    return byField;
  }
}

export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  return new Problem(0, { detail: error instanceof Error ? error.message : '' });
}
