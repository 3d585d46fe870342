import type { PreviewView } from "@errand/shared/preview";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words.ts";

interface PreviewFrameProps {
  preview: PreviewView;
  /** The chat fills the frame, or is opened by its launcher. */
  mode: "inline" | "launcher";
  /** Called when something was said or done in the frame. */
  onActivity?: () => void;
}

/** The page in the frame, which comes from this very server. */
interface WidgetWindow extends Window {
  Errand?: (command: "open") => Promise<void>;
}

const ACTIVITY = ["errand:assistant-message", "errand:action-start", "errand:action-end"];

/** The real widget on a page of this server's own. */
export function PreviewFrame({ preview, mode, onActivity }: PreviewFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const latest = useRef(onActivity);
  latest.current = onActivity;
  useEffect(() => {
    const element = frame.current;
    const listen = () => {
      const page = element?.contentWindow as WidgetWindow | null | undefined;
      if (mode === "launcher") void page?.Errand?.("open");
      for (const name of ACTIVITY) {
        page?.addEventListener(name, () => latest.current?.());
      }
    };
    element?.addEventListener("load", listen);
    return () => element?.removeEventListener("load", listen);
  }, [preview.id]);
  return (
    <iframe
      key={preview.id}
      ref={frame}
      class="preview-frame"
      title={words.try.frame}
      src={`${preview.path}?mode=${mode}`}
    />
  );
}
