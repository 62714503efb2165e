"use client";

import { Disclosure } from "@heroui/react";
import { ChevronDown } from "lucide-react";
import type { ApiProblem } from "@/components/api/call-api";
import { ChoiceInput } from "@/components/ui/choice-input";
import { TextInput } from "@/components/ui/text-input";

const ALGORITHMS = [
  { value: "sha256", label: "SHA-256" },
  { value: "sha512", label: "SHA-512" },
  { value: "sha1", label: "SHA-1 (old)" },
];

const ENCODINGS = [
  { value: "hex", label: "Hex digits" },
  { value: "base64", label: "Base64" },
  { value: "base64url", label: "Base64, URL-safe" },
];

const UNITS = [
  { value: "s", label: "Seconds since 1970" },
  { value: "ms", label: "Milliseconds since 1970" },
  { value: "iso", label: "A date, as in 2026-03-04T09:30:00Z" },
];

type RecipeFieldsProps = {
  /** What was changed. */
  recipe: Record<string, string>;
  onChange: (recipe: Record<string, string>) => void;
  problems: readonly ApiProblem[];
};

/** How a custom sender signs. The defaults are what most do. */
export function RecipeFields({ recipe, onChange, problems }: RecipeFieldsProps) {
  const field = (key: string, usual = "") => ({
    value: recipe[key] ?? usual,
    onChange: (value: string) => onChange({ ...recipe, [key]: value }),
    error: problems.find(({ path }) => path === `options.recipe.${key}`)?.message,
  });
  return (
    <div className="flex flex-col gap-4">
      <TextInput
        {...field("header", "x-signature")}
        label="Signature header"
        isMono
        help="The header that carries the signature."
      />
      <div className="grid gap-4 sm:grid-cols-2">
        <ChoiceInput {...field("algorithm", "sha256")} label="Algorithm" choices={ALGORITHMS} />
        <ChoiceInput {...field("encoding", "hex")} label="Written as" choices={ENCODINGS} />
      </div>
      <Disclosure>
        <Disclosure.Heading>
          <Disclosure.Trigger className="flex items-center gap-1.5 rounded-md font-medium text-link text-sm">
            <ChevronDown aria-hidden className="size-4" />
            If it signs in a special way
          </Disclosure.Trigger>
        </Disclosure.Heading>
        <Disclosure.Content>
          <Disclosure.Body className="-mx-2 grid gap-4 pt-4 pb-1 sm:grid-cols-2">
            <TextInput
              {...field("prefix")}
              label="Prefix"
              isOptional
              isMono
              placeholder="sha256="
              help="What stands before the signature."
            />
            <TextInput
              {...field("signedContent", "{body}")}
              label="Signed content"
              isMono
              help="Text around {body}, {timestamp}, {id}, {url} and {method}."
            />
            <TextInput
              {...field("timestampHeader")}
              label="Timestamp header"
              isOptional
              isMono
              placeholder="x-timestamp"
              help="Requests older than 5 minutes are then refused."
            />
            <ChoiceInput {...field("timestampUnit", "s")} label="Timestamp is in" choices={UNITS} />
            <TextInput {...field("idHeader")} label="Message id header" isOptional isMono placeholder="webhook-id" />
          </Disclosure.Body>
        </Disclosure.Content>
      </Disclosure>
    </div>
  );
}
