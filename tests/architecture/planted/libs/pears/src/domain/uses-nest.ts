// refused by: domain-is-pure
import { Injectable } from '@nestjs/common';
export const decided = Injectable;
