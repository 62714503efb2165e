/** Every shortcut, for the sheet. `mod` is Ctrl, or Cmd on a Mac. */
export const SHORTCUTS: readonly { title: string; keys: readonly { keys: string; what: string }[] }[] = [
  {
    title: "Steps",
    keys: [
      { keys: "Tab", what: "Add a step" },
      { keys: "Enter", what: "Open the selected step" },
      { keys: "F2", what: "Rename it" },
      { keys: "Delete", what: "Delete it, and reconnect" },
      { keys: "mod C · mod X · mod V", what: "Copy, cut, paste" },
      { keys: "mod D", what: "Duplicate" },
      { keys: "mod A", what: "Select all" },
      { keys: "Esc", what: "Close, then select nothing" },
    ],
  },
  {
    title: "Moving",
    keys: [
      { keys: "← → ↑ ↓", what: "Go along the connections" },
      { keys: "Shift ← → ↑ ↓", what: "Move the step" },
      { keys: "Shift drag", what: "Select an area" },
      { keys: "1", what: "Show all" },
      { keys: "0", what: "Show at 100 %" },
      { keys: "+ · −", what: "Nearer, farther" },
      { keys: "T", what: "Put in order" },
    ],
  },
  {
    title: "Workflow",
    keys: [
      { keys: "mod Z", what: "Undo" },
      { keys: "mod Shift Z · mod Y", what: "Redo" },
      { keys: "mod S", what: "Save now" },
      { keys: "mod Enter", what: "Ring it" },
      { keys: "mod Shift P", what: "Publish" },
      { keys: "O", what: "Outline" },
      { keys: "?", what: "This sheet" },
    ],
  },
];
