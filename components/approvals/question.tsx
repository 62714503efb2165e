type QuestionProps = {
  text: string;
  /** The first line may be the screen's heading. */
  as?: "h1" | "p";
};

/** What is asked: its first line is the question, and what follows is said about it. */
export function Question({ text, as: Heading = "p" }: QuestionProps) {
  const [first = "", ...others] = text.split("\n");
  const rest = others.join("\n").trim();
  return (
    <div className="wrap-anywhere flex flex-col gap-1.5">
      <Heading
        className={`text-pretty font-semibold tracking-tight ${Heading === "h1" ? "text-xl" : "text-[1.0625rem] leading-snug"}`}
      >
        {first}
      </Heading>
      {rest === "" ? null : <p className="max-h-60 overflow-y-auto whitespace-pre-line text-pretty">{rest}</p>}
    </div>
  );
}
