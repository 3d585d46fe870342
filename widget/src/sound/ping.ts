/** Two soft notes, a fifth apart. Says nothing where the browser lets a page make no sound yet. */
export function ping(): void {
  const context = new AudioContext();
  const gain = context.createGain();
  gain.connect(context.destination);
  gain.gain.setValueAtTime(0.08, context.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.0001, context.currentTime + LENGTH_SECONDS);
  for (const [i, hertz] of NOTES_HERTZ.entries()) {
    const note = context.createOscillator();
    note.frequency.value = hertz;
    note.connect(gain);
    note.start(context.currentTime + i * STEP_SECONDS);
    note.stop(context.currentTime + LENGTH_SECONDS);
    note.onended = () => void context.close();
  }
}

/** D5 and A5. */
const NOTES_HERTZ = [587.33, 880];
const STEP_SECONDS = 0.09;
const LENGTH_SECONDS = 0.5;
