"use client";

import { useState } from "react";
import { secretWord } from "@/components/catalog/proof-words";
import { ChoiceCards } from "@/components/ui/choice-cards";
import { TextInput } from "@/components/ui/text-input";
import type { Source, SourceProof } from "@/lib/catalog/sources/define-source";

type SecretFieldProps = {
  source: Source;
  proof: SourceProof;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
};

/** The secret that both sides share: made here, or pasted, as the sender has it. */
export function SecretField({ source, proof, value, onChange, error }: SecretFieldProps) {
  const [isPasting, setIsPasting] = useState(value !== "");
  const word = secretWord(proof);
  const sender = source.docsUrl ? source.name : "the sender";
  const field = (
    <TextInput
      label={word}
      name="secret"
      isOptional
      isMono
      autoComplete="off"
      spellCheck="false"
      value={value}
      onChange={onChange}
      help={
        proof.kind === "token" && word !== "Token"
          ? "As user:password, with the colon between them."
          : `As ${sender} shows it. Without it every request is refused; it can be added later, too.`
      }
      error={error}
    />
  );
  if (source.secretBy === "sender" || !source.secret) return field;
  return (
    <div className="flex flex-col gap-3">
      <ChoiceCards
        label={`Who makes the ${word.toLowerCase()}?`}
        value={isPasting ? "paste" : "make"}
        onChange={(choice) => {
          setIsPasting(choice === "paste");
          onChange("");
        }}
        choices={[
          { value: "make", title: "Doorbell makes one", help: `You see it once, and paste it at ${sender}.` },
          {
            value: "paste",
            title: "I have one already",
            help: `${capital(sender)} made it, or another system uses it.`,
          },
        ]}
      />
      {isPasting ? field : null}
    </div>
  );
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
