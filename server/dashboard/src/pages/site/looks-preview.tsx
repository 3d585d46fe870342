import { words } from "../../words/words.ts";

interface LooksPreviewProps {
  color: string;
  side: "left" | "right";
}

/** A page in small, with the launcher and an open chat in the chosen colour and corner. */
export function LooksPreview({ color, side }: LooksPreviewProps) {
  const x = side === "left" ? 12 : 152;
  const launcher = side === "left" ? 23 : 217;
  return (
    <svg class="looks-preview" viewBox="0 0 240 132" role="img" aria-label={words.settings.preview}>
      <rect class="preview-page" x="0.5" y="0.5" width="239" height="131" rx="9" />
      <path class="preview-text" d="M20 22h70M20 36h48M110 22h28" />
      <g class="preview-chat">
        <rect x={x} y="16" width="76" height="82" rx="7" />
        <path class="preview-text" d={`M${x + 10} 42h38M${x + 10} 52h26`} />
      </g>
      <path d={`M${x} 30v-7a7 7 0 0 1 7-7h62a7 7 0 0 1 7 7v7z`} fill={color} />
      <rect x={x + 34} y="64" width="33" height="13" rx="6" fill={color} />
      <circle cx={launcher} cy="113" r="11" fill={color} />
    </svg>
  );
}
