// refused by: contract-is-small
import { Injectable } from '@nestjs/common';
export const contract = Injectable;
