/**
 * What must hold for a model's history however it runs: the oracle that `drawBlock` writes down with each part. Nodes are
 * named by their ids; "in each scope" means each instance of the scope that the nodes stand in.
 *
 * A scope instance is *reached* when its end was, and *calm* when nothing in it was cut short. Elsewhere a part may have
 * been left half done, and only the upper bounds hold.
 */
export type Law =
  /** in each scope: `exit` never more often than `entry`; as often when the scope is reached, or calm */
  | { readonly law: 'pair'; readonly entry: string; readonly exit: string; readonly when: 'reached' | 'calm' }
  /** the same for a split and the first elements of its branches: one of them, all of them, or at least one each time */
  | {
      readonly law: 'branches';
      readonly split: string;
      readonly among: readonly string[];
      readonly taken: 'one' | 'all' | 'some';
      readonly when: 'reached' | 'calm';
    }
  /**
   * Each time the scope `node` ("" for the process) is left, its end was reached, it was terminated, or a handler that
   * interrupted it was done; its end is reached at most once in each of its instances.
   */
  | {
      readonly law: 'scope';
      readonly node: string;
      readonly end: string;
      readonly terminators: readonly string[];
      readonly handlers: readonly string[];
    }
  /** `node` is left at most `most` times for each entry of `before`, and at least `least` times for each of `after` */
  | {
      readonly law: 'times';
      readonly node: string;
      readonly before: string;
      readonly after: string;
      readonly least: number;
      readonly most: number | null;
    }
  /** a boundary event is entered at most `most` times for each time that its activity is begun */
  | { readonly law: 'edge'; readonly edge: string; readonly before: string; readonly most: number }
  /** the variable is a list of that length as soon as the activity is done, and with the numbers 1, 2, … when `whole` */
  | {
      readonly law: 'output';
      readonly variable: string;
      readonly length: number;
      readonly whole: boolean;
      readonly after: string;
    }
  /** once one of `enders` was entered in a scope, nothing is but what undoes, and the handlers of events */
  | { readonly law: 'silence'; readonly enders: readonly string[] }
  /** `handler` is entered once for each compensation of `activity`, and `activity` undone at most as often as done */
  | { readonly law: 'undo'; readonly activity: string; readonly handler: string }
  /** where nothing was cut short, `activity` was undone at least `least` times for each time that `thrower` was left */
  | { readonly law: 'undone'; readonly activity: string; readonly thrower: string; readonly least: number };
