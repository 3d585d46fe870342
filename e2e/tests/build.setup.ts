import { test } from "@playwright/test";
import { buildPages } from "../shop/build.ts";

test("the widget and the dashboard are built", () => buildPages());
