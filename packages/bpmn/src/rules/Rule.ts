import type { ModelIndex } from '../ModelIndex.ts';
import type { BpmnElement } from '../moddle/BpmnElement.ts';
import type { Message, Problem } from '../Problem.ts';

export interface ValidateOptions {
  /** FEEL syntax check by the floor above: null when the expression is well-formed, else what is wrong with it */
  readonly checkExpression?: (expression: string) => Message | null;
  /**
   * `specification` (the default): is this legal BPMN? `deployment`: can this product run it? A deployment refuses what
   * is not filled in, also in a mere drawing, and forgives what BPMN asks for and this engine has no use for.
   */
  readonly purpose?: 'specification' | 'deployment';
  /** ids of the DMN decisions that are deployed with the model; left out, no task is asked for its decision */
  readonly decisions?: readonly string[];
}

/** A finding, without the place: that is taken from the element. */
export interface Finding {
  readonly rule: string;
  readonly severity: Problem['severity'];
  readonly en: string;
  readonly zh: string;
  /** section of BPMN 2.0.2; left out for our own rules */
  readonly section?: string;
}

export interface RuleContext {
  readonly index: ModelIndex;
  readonly options: ValidateOptions;
  readonly report: (element: BpmnElement, finding: Finding) => void;
  /** How bad it is that something is not filled in without which the element cannot run: see `strictness`. */
  readonly needed: (element: BpmnElement) => Problem['severity'];
  /** Whether BPMN's demands on executable processes are held against the element to the letter: see `strictness`. */
  readonly byTheBook: (element: BpmnElement) => boolean;
}

/** Looks at the whole model and reports what it finds; must be linear in the model's size and never throw. */
export type Rule = (context: RuleContext) => void;
