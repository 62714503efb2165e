"use client";

import { Button } from "@heroui/react";
import { useRouter } from "next/navigation";
import { signIn } from "next-auth/react";
import { type FormEvent, useState } from "react";
import { type ApiProblem, callApi } from "@/components/api/call-api";
import { StrengthHint } from "@/components/auth/strength-hint";
import { Notice } from "@/components/ui/notice";
import { PasswordInput } from "@/components/ui/password-input";
import { TextInput } from "@/components/ui/text-input";
import { NewPassword } from "@/lib/domain/accounts/new-password";

const EMPTY = { code: "", name: "", email: "", password: "" };

/** Makes the first account, and signs it in. */
export function SetupForm() {
  const router = useRouter();
  const [account, setAccount] = useState(EMPTY);
  const [complaint, setComplaint] = useState<{ message: string; problems: ApiProblem[] }>();
  const [isPending, setIsPending] = useState(false);

  const set = (key: keyof typeof EMPTY) => (value: string) => setAccount({ ...account, [key]: value });
  const problemOf = (key: keyof typeof EMPTY) => complaint?.problems.find(({ path }) => path === key)?.message;

  async function submit(event: FormEvent) {
    event.preventDefault();
    const weakness = NewPassword.safeParse(account.password).error?.issues[0]?.message;
    if (weakness) {
      setComplaint({ message: weakness, problems: [{ path: "password", message: weakness }] });
      return;
    }
    setIsPending(true);
    setComplaint(undefined);
    const answer = await callApi("POST", "/api/v1/setup", { ...account, code: account.code.trim() });
    if (!answer.ok) {
      setIsPending(false);
      setComplaint({ message: answer.error, problems: answer.problems });
      return;
    }
    const { email, password } = account;
    const signedIn = await signIn("credentials", { redirect: false, email, password }).catch(() => null);
    router.replace(signedIn?.ok ? "/" : "/sign-in");
    router.refresh();
  }

  return (
    // By POST: sent before the page is ready, a form would otherwise put what was typed into the address.
    <form method="post" onSubmit={submit} className="flex flex-col gap-4">
      {complaint && complaint.problems.length === 0 ? (
        <Notice tone="bad" isAlert>
          {complaint.message}
        </Notice>
      ) : null}
      <TextInput
        label="Set-up code"
        name="code"
        autoComplete="one-time-code"
        spellCheck="false"
        autoFocus
        isMono
        value={account.code}
        onChange={set("code")}
        error={problemOf("code")}
      />
      <TextInput
        label="Name"
        name="name"
        autoComplete="name"
        value={account.name}
        onChange={set("name")}
        error={problemOf("name")}
      />
      <TextInput
        label="E-mail"
        name="email"
        type="email"
        autoComplete="username"
        value={account.email}
        onChange={set("email")}
        error={problemOf("email")}
      />
      <PasswordInput
        label="Password"
        name="password"
        autoComplete="new-password"
        value={account.password}
        onChange={set("password")}
        help={<StrengthHint password={account.password} />}
        error={problemOf("password")}
      />
      <Button type="submit" fullWidth size="lg" isPending={isPending}>
        {isPending ? "Setting up…" : "Set up Doorbell"}
      </Button>
    </form>
  );
}
