// Plain JavaScript, since Node starts a worker without tsx: it registers tsx, then hands over to TypeScript.
import {register} from "tsx/esm/api";

register();
await import("./answerPairs.ts");
