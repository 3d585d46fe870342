/** Lets calls pass, or holds them until it is opened. */
export interface Gate {
  pass: () => Promise<void>;
  shut: () => void;
  open: () => void;
}

export function createGate(): Gate {
  let barrier = Promise.withResolvers<void>();
  barrier.resolve();
  return {
    pass: () => barrier.promise,
    shut: () => {
      barrier = Promise.withResolvers<void>();
    },
    open: () => barrier.resolve(),
  };
}
