"use client";

import { Button } from "@heroui/react";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";

/** E-mail and password. `goTo` is where one wanted to go before being asked. */
export function SignInForm({ goTo }: { goTo: string }) {
  const router = useRouter();
  const [email, setEmail] = useState("");
  const [password, setPassword] = useState("");
  const [complaint, setComplaint] = useState<string>();
  const [isPending, setIsPending] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    setIsPending(true);
    setComplaint(undefined);
    const answer = await signIn("credentials", { redirect: false, email, password }).catch(() => null);
    if (answer?.ok && !answer.error) {
      router.replace(goTo);
      router.refresh();
      return;
    }
    setIsPending(false);
    setComplaint(complaintAbout(answer));
  }

  return (
    // By POST: sent before the page is ready, a form would otherwise put what was typed into the address.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {complaint ? (
        <Notice tone="bad" isAlert>
          {complaint}
        </Notice>
      ) : null}
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        autoFocus
        value={email}
        onChange={setEmail}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
      <Button type="submit" fullWidth size="lg" isPending={isPending}>
        {isPending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}

function complaintAbout(answer: { error: string | null | undefined; status: number } | null | undefined): string {
  if (!answer) return "Doorbell cannot be reached. Check your connection and try again.";
  if (answer.status === 429) return "Too many tries. Wait a few minutes, then try again.";
  // Any other text is a sentence of ours.
  if (answer.error && answer.error !== "CredentialsSignin" && answer.error.includes(" ")) return answer.error;
  return "That e-mail and password do not belong together.";
}
