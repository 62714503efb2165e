"use client";

import { Button, Dropdown, Header, Separator } from "@heroui/react";
import { ChevronsUpDown, LogOut, Monitor, Moon, Settings, Sun } from "lucide-react";
import { useRouter } from "next/navigation";
import { signOut } from "next-auth/react";
import { useState } from "react";
import { applyTheme, parseTheme, type Theme } from "@/components/shell/theme";

export type Account = { name: string; email: string };

const THEMES = [
  { id: "system", name: "Like the system", icon: Monitor },
  { id: "light", name: "Light", icon: Sun },
  { id: "dark", name: "Dark", icon: Moon },
] as const;

type AccountMenuProps = { account: Account; theme: Theme; isCompact?: boolean };

/** Who is signed in; the theme; the way out. */
export function AccountMenu({ account, theme: initialTheme, isCompact = false }: AccountMenuProps) {
  const [theme, setTheme] = useState(initialTheme);
  const router = useRouter();

  function choose(next: Theme) {
    applyTheme(next);
    setTheme(next);
  }

  return (
    <Dropdown>
      <Button
        variant="ghost"
        aria-label={`Account of ${account.name}`}
        className="h-11 w-full justify-start gap-2.5 px-1.5 max-md:w-auto"
      >
        <span className="grid size-8 shrink-0 place-items-center rounded-full bg-accent-soft font-semibold text-accent-soft-foreground text-xs uppercase">
          {initials(account.name)}
        </span>
        {isCompact ? null : (
          <>
            <span className="hidden min-w-0 flex-1 flex-col items-start leading-tight lg:flex">
              <span className="max-w-full truncate">{account.name}</span>
              <span className="max-w-full truncate font-normal text-muted text-xs">{account.email}</span>
            </span>
            <ChevronsUpDown aria-hidden className="hidden! lg:block! text-muted" />
          </>
        )}
      </Button>
      <Dropdown.Popover placement="top start" className="min-w-56">
        <Dropdown.Menu aria-label="Account">
          <Dropdown.Section
            selectionMode="single"
            disallowEmptySelection
            selectedKeys={[theme]}
            onSelectionChange={(keys) => choose(parseTheme(String([...keys][0])))}
          >
            <Header>Look</Header>
            {THEMES.map(({ id, name, icon: Icon }) => (
              <Dropdown.Item key={id} id={id} textValue={name}>
                <Dropdown.ItemIndicator />
                <Icon aria-hidden className="size-4 text-muted" />
                {name}
              </Dropdown.Item>
            ))}
          </Dropdown.Section>
          <Separator />
          <Dropdown.Item id="settings" textValue="Settings" onAction={() => router.push("/settings")}>
            <Settings aria-hidden className="size-4 text-muted" />
            Settings
          </Dropdown.Item>
          <Dropdown.Item id="sign-out" textValue="Sign out" onAction={() => signOut({ callbackUrl: "/sign-in" })}>
            <LogOut aria-hidden className="size-4 text-muted" />
            Sign out
          </Dropdown.Item>
        </Dropdown.Menu>
      </Dropdown.Popover>
    </Dropdown>
  );
}

function initials(name: string): string {
  const [first = "", last = ""] = name.trim().split(/\s+/);
  return `${first.charAt(0)}${last.charAt(0)}` || "?";
}
