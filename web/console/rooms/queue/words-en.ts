export const en = {
  title: "Queue",
  lead: "What you have recorded and the server has not taken yet. What was sent is no longer here.",
  nothing: "Everything was sent",
  waiting: "Waits to be sent",
  sending: "Being sent",
  stopped: "Not used yet",
  old: "More than six days old",
  oldLead: "This was held up for long. See whether it is still true before it is sent.",
  tries: (count: number) => `tried ${count} ${count === 1 ? "time" : "times"}`,
  discard: "Discard",
  send: "Send now",
  open: "See the placement",
};
