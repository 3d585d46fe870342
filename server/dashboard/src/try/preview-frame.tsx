import type { PreviewView } from "@errand/shared/preview";
import { useEffect, useRef } from "preact/hooks";
import { words } from "../words/words.ts";

interface PreviewFrameProps {
  preview: PreviewView;
  /** The chat fills the frame, or stands behind its launcher. */
  mode: "inline" | "launcher";
  /** Called when something was said or done in the frame. */
  onActivity?: () => void;
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
      const page = element?.contentWindow;
      for (const name of ACTIVITY) {
        page?.addEventListener(name, () => latest.current?.());
      }
    };
    element?.addEventListener("load", listen);
    return () => element?.removeEventListener("load", listen);
  }, [preview.id, mode]);
  return (
    <iframe
      key={`${preview.id} ${mode}`}
      ref={frame}
      class="preview-frame"
      title={words.try.frame}
      src={`${preview.path}?mode=${mode}`}
    />
  );
}
