import { Directive, inject, input, TemplateRef } from '@angular/core';

/** How a page draws one column of `app-table`: `<ng-template appCell="name" [appCellOf]="rows()" let-row>`. The rows are given for their type. */
@Directive({ selector: 'ng-template[appCell]' })
export class Cell<R> {
  readonly appCell = input.required<string>();
  readonly appCellOf = input<readonly R[]>([]);
  readonly template = inject<TemplateRef<{ $implicit: R }>>(TemplateRef);

  static ngTemplateContextGuard<R>(_cell: Cell<R>, _context: unknown): _context is { $implicit: R } {
    return true;
  }
}
