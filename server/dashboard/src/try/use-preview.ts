import type { ActionInput } from "@errand/shared/action";
import type { PreviewTrace, PreviewView } from "@errand/shared/preview";
import type { FieldError } from "@errand/shared/wire";
import { useState } from "preact/hooks";
import { type ApiError, toApiError } from "../api/api-error.ts";
import { api } from "../api/owner-api.ts";
import { type VisitorForm, toVisitor } from "./visitor-form.ts";

/** What a preview has in place of what is saved. */
export interface PreviewParts {
  draft?: ActionInput;
  savedFrom?: string | undefined;
  settings?: Record<string, unknown>;
}

const NOTHING: PreviewTrace = { items: [] };

/** The trace of a reply is stored a moment after its last word was heard. */
const TRACE_AFTER_MS = [150, 600, 2_000];

/** A preview of a site: begun as a visitor, with the trace of what was said in it. */
export function usePreview(site: string) {
  const [preview, setPreview] = useState<PreviewView>();
  const [trace, setTrace] = useState(NOTHING);
  const [faults, setFaults] = useState<FieldError[]>([]);
  const [failure, setFailure] = useState<ApiError>();
  const [isBusy, setBusy] = useState(false);

  /** Begins another preview, and answers what was refused, by JSON Pointer. */
  const begin = async (form: VisitorForm, parts: PreviewParts = {}): Promise<FieldError[]> => {
    const visitor = toVisitor(form);
    setFaults("faults" in visitor ? visitor.faults : []);
    setFailure(undefined);
    if ("faults" in visitor) return [];
    setBusy(true);
    try {
      setPreview(await api.beginPreview(site, { visitor: visitor.value, ...parts }));
      setTrace(NOTHING);
    } catch (thrown) {
      const error = toApiError(thrown);
      setFaults(error.errors);
      setFailure(error);
      return error.errors;
    } finally {
      setBusy(false);
    }
    return [];
  };
  const refresh = () => {
    if (!preview) return;
    for (const wait of TRACE_AFTER_MS) {
      setTimeout(() => void api.readTrace(site, preview.id).then(setTrace, () => undefined), wait);
    }
  };
  return { preview, trace, faults, failure, isBusy, begin, refresh };
}
