"use client";

import { Drawer } from "@heroui/react";
import { Menu } from "lucide-react";
import { useState } from "react";
import { Navigation } from "@/components/shell/navigation";
import { IconButton } from "@/components/ui/icon-button";

/** The navigation of narrow screens. */
export function NavigationDrawer({ waiting }: { waiting: number }) {
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton icon={Menu} label="Menu" onPress={() => setIsOpen(true)} />
      <Drawer.Backdrop isOpen={isOpen} onOpenChange={setIsOpen}>
        <Drawer.Content placement="left" className="w-72 max-w-[85vw]">
          <Drawer.Dialog aria-label="Menu" className="p-4">
            <Drawer.CloseTrigger />
            <Drawer.Body className="pt-10">
              <Navigation waiting={waiting} onGo={() => setIsOpen(false)} />
            </Drawer.Body>
          </Drawer.Dialog>
        </Drawer.Content>
      </Drawer.Backdrop>
    </>
  );
}
